/** Reads a JSON answer. @throws Error with the HTTP `status` when it is not a success */
export async function readJsonAnswer(response: Response): Promise<unknown> {
  if (response.ok) return response.json();
  throw Object.assign(new Error((await response.text()).slice(0, 500)), { status: response.status });
}
